"""Findings to anomalies: what a person should look at, with gravity and a message in French."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from pipeline.document import Document, Finding, Kind, Segment, Slot
from pipeline.programme import Anomaly, Gravity, Programme, Session
from pipeline.source import Source
from pipeline.tables import FORMULA_SIGNS


class Code(NamedTuple):
    """An anomaly: how grave it is and what it says; `{}` is the subject."""

    gravity: Gravity
    message: str


_E, _W, _N = Gravity.ERROR, Gravity.WARNING, Gravity.NOTICE
CODES: dict[str, Code] = {
    "pas_un_programme": Code(_E, "Ce document n'est pas un programme : {}"),
    "heure_absente": Code(_W, "Aucune heure lue pour « {} »."),
    "heure_impossible": Code(_E, "Heure impossible : « {} »."),
    "fin_avant_debut": Code(_E, "La fin précède le début : « {} »."),
    "plusieurs_heures": Code(_W, "Plusieurs heures imprimées, la première est retenue : « {} »."),
    "date_absente": Code(_E, "Aucun jour lu pour « {} »."),
    "date_impossible": Code(_E, "Date impossible : « {} »."),
    "annee_indeterminee": Code(_E, "L'année de « {} » n'est imprimée nulle part ; indiquez-la dans le sidecar."),
    "jour_semaine_contredit": Code(_E, "Le jour de la semaine contredit la date : « {} »."),
    "personne_en_deux_lieux": Code(_W, "La même personne est annoncée en même temps dans deux sessions : {}"),
    "sans_intervenant": Code(_N, "Personne n'est nommé dans « {} »."),
    "index_sans_session": Code(_W, "L'index annonce une session introuvable dans les pages : « {} »."),
    "absent_de_l_index": Code(_W, "Session absente de l'index : « {} »."),
    "index_titre_different": Code(_N, "L'index donne un autre titre : « {} »."),
    "index_page_differente": Code(_W, "L'index donne une autre page (index ≠ page) : {}."),
    "page_imprimee_inattendue": Code(_W, "Le numéro imprimé rompt la suite des pages : {}."),
    "indication_sans_effet": Code(_W, "Une indication du sidecar ne se trouve nulle part dans le document : {}."),
    "structure_incertaine": Code(_W, "Deux lectures de la mise en page se valent presque (écart {})."),
    "ordre_de_lecture": Code(_W, "L'ordre de lecture de cette page est incertain."),
    "page_illisible": Code(_E, "Cette page n'a pas pu être lue."),
    "donnees_abimees": Code(
        Gravity.WARNING, "Des données de ce fichier sont abîmées : une partie du texte peut manquer."
    ),
    "pages_en_desaccord": Code(
        Gravity.WARNING, "Deux lecteurs ne trouvent pas le même nombre de pages : à vérifier."
    ),
    "texte_sans_unicode": Code(_E, "Le texte de cette page n'a pas de table de caractères : il peut être faux."),
    "lu_par_ocr": Code(_N, "Cette page est une image : son texte vient d'une reconnaissance de caractères."),
    "ocr_incertain": Code(_W, "La reconnaissance de caractères est incertaine sur cette page : à relire."),
    "image_non_lue": Code(
        _W, "Cette page est une image et n'a pas été lue : il faut Tesseract et sa langue « fra »."
    ),
    "peu_de_sessions": Code(_W, "Bien moins de sessions que d'heures imprimées : {}."),
    "minimum_non_atteint": Code(_E, "Moins que le minimum annoncé dans le sidecar : {}."),
    "personnes_proches": Code(_N, "Peut-être la même personne, à vérifier : {}."),
    "organisations_proches": Code(_N, "Peut-être la même organisation, à vérifier : {}."),
    "formule_de_tableur": Code(_N, "Une cellule commence par un signe que les tableurs exécutent : « {} »."),
    "donnee_personnelle_masquee": Code(_N, "Une adresse ou un numéro personnel a été retiré de cette session."),
}


def check_programme(
    programme: Programme,
    document: Document,
    source: Source,
    segments: Sequence[Segment] = (),
    slots: Sequence[Slot] = (),
    findings: Iterable[Finding] = (),
    hours_printed: int = 0,
) -> Programme:
    """The programme with the anomalies of its values, its sessions and its pages, sorted and without repeats.

    Args:
        programme: what was read.
        document: the pages it was read from.
        source: expected minima.
        segments: the items, for what was noticed while cutting them out.
        slots: for what was noticed while reading their times.
        findings: what concerns the whole document.
        hours_printed: how many times the document prints, to notice when most led to no session.
    """
    own = (programme.title, programme.place, programme.organiser, programme.licence, programme.file)
    anomalies = [_anomaly(programme, finding) for finding in (*findings, *_formulas(own, None))]
    for session, segment, slot in zip(programme.sessions, segments, slots, strict=True):
        seen = (*segment.findings, *slot.findings, *_of_session(session, {finding.code for finding in slot.findings}))
        anomalies += [_anomaly(programme, finding, session) for finding in seen]
    anomalies += _of_pages(programme, document)
    anomalies += _same_person_twice(programme)
    anomalies += _minima(programme, source, hours_printed)
    ordered = sorted(
        dict.fromkeys(anomalies),
        key=lambda a: (a.page or 0, a.session_id or "", a.code, a.message),
    )
    return programme.model_copy(update={"anomalies": tuple(ordered), "anomaly_count": len(ordered)})


def _anomaly(programme: Programme, finding: Finding, session: Session | None = None) -> Anomaly:
    code = CODES[finding.code]
    return Anomaly(
        code=finding.code,
        gravity=code.gravity,
        programme_id=programme.programme_id,
        session_id=session.session_id if session else None,
        page=finding.page or (session.first_page if session else None),
        message=code.message.format(" ".join(finding.subject.split())),
    )


# Why a printed day or time was not kept: then it is not missing.
_NOT_KEPT = {
    "heure_absente": {"heure_impossible"},
    "date_absente": {"annee_indeterminee", "date_impossible", "jour_semaine_contredit"},
}


def _of_session(session: Session, told: set[str]) -> list[Finding]:
    """What a session lacks, and cells that are dangerous in a spreadsheet; `told` are the codes of its slot."""
    page, title = session.first_page, session.title
    found = []
    if session.start is None and session.end is None and not told & _NOT_KEPT["heure_absente"]:
        found.append(Finding(code="heure_absente", page=page, subject=title))
    if session.date is None and not told & _NOT_KEPT["date_absente"]:
        found.append(Finding(code="date_absente", page=page, subject=title))
    if session.kind is Kind.SESSION and not session.interventions:
        found.append(Finding(code="sans_intervenant", page=page, subject=title))
    cells = [session.title, session.subtitle, session.room, session.track, session.description]
    for item in session.interventions:
        cells += [item.name, item.role, item.collective, item.quote, *(body.label for body in item.affiliations)]
    return [*found, *_formulas(cells, page)]


def _formulas(cells: Iterable[str | None], page: int | None) -> list[Finding]:
    """The cells that a spreadsheet would run."""
    return [
        Finding(code="formule_de_tableur", page=page, subject=cell[:40])
        for cell in dict.fromkeys(cells)
        if cell and cell.startswith(FORMULA_SIGNS)
    ]


def _of_pages(programme: Programme, document: Document) -> list[Anomaly]:
    found = [
        _anomaly(programme, Finding(code=doubt, page=page.number, subject=""))
        for page in document.pages
        for doubt in page.doubts
    ]
    found += [_anomaly(programme, Finding(code=doubt, page=None, subject="")) for doubt in document.doubts]
    labelled = [(page.number, int(page.label)) for page in document.pages if page.label and page.label.isdigit()]
    for before, here, after in zip(labelled, labelled[1:], labelled[2:], strict=False):
        # Numbers may jump (an index without number); between two neighbours they must not leave the range.
        if before[1] < after[1] and not before[1] < here[1] < after[1]:
            subject = f"{before[1]}, {here[1]}, {after[1]}"
            found.append(_anomaly(programme, Finding(code="page_imprimee_inattendue", page=here[0], subject=subject)))
    return found


def _same_person_twice(programme: Programme) -> list[Anomaly]:
    by_person: defaultdict[str, list[tuple[Session, str]]] = defaultdict(list)
    for session in programme.sessions:
        for intervention in session.interventions:
            if intervention.person_id and intervention.name and session.begins and session.ends:
                by_person[intervention.person_id].append((session, intervention.name))
    found = []
    for appearances in by_person.values():
        ordered = sorted(appearances, key=lambda item: (item[0].begins, item[0].order))
        for (first, name), (second, _) in combinations(ordered, 2):
            together = first.room is not None and first.room == second.room
            repeated = first.title == second.title
            if first.ends > second.begins and not together and not repeated:  # type: ignore[operator]
                subject = f"{name}, « {first.title} » et « {second.title} »"
                finding = Finding(code="personne_en_deux_lieux", page=second.first_page, subject=subject)
                found.append(_anomaly(programme, finding, second))
    return found


def _minima(programme: Programme, source: Source, hours_printed: int) -> list[Anomaly]:
    found = []
    counts = {
        "sessions": (programme.session_count, source.minima.sessions),
        "interventions": (programme.intervention_count, source.minima.interventions),
    }
    for name, (count, minimum) in counts.items():
        if count < minimum:
            subject = f"{count} {name} pour {minimum} attendues"
            found.append(_anomaly(programme, Finding(code="minimum_non_atteint", page=None, subject=subject)))
    if hours_printed >= 6 and programme.session_count * 2 < hours_printed:
        subject = f"{programme.session_count} sessions, {hours_printed} heures"
        found.append(_anomaly(programme, Finding(code="peu_de_sessions", page=None, subject=subject)))
    return found
