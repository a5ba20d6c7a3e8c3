"""Findings to anomalies: what a person should look at, with gravity and a message in French."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
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
    anomalies = [_anomaly(programme, finding) for finding in (*findings, *_own_formulas(programme))]
    for session, segment, slot in zip(programme.sessions, segments, slots, strict=True):
        seen = (*segment.findings, *slot.findings, *_of_session(session, {finding.code for finding in slot.findings}))
        anomalies += [_anomaly(programme, finding, session) for finding in seen]
    anomalies += _of_pages(programme, document)
    anomalies += _same_person_twice(programme)
    anomalies += _minima(programme, source, hours_printed)
    return _with_anomalies(programme, anomalies)


# What is told of a session by its published values alone, and of the whole programme likewise: it can be told again.
_RETOLD = frozenset({"heure_absente", "date_absente", "sans_intervenant", "formule_de_tableur"})
_RETOLD_OF_ALL = frozenset({"personne_en_deux_lieux"})
# What was noticed while reading a cell, and is settled once somebody has told its value.
_OF_HOURS = frozenset({"heure_impossible", "fin_avant_debut", "plusieurs_heures"})
_SETTLED = {
    "date": frozenset({"date_impossible", "annee_indeterminee", "jour_semaine_contredit"}),
    "heure_debut": _OF_HOURS,
    "heure_fin": _OF_HOURS,
    "titre": frozenset({"index_titre_different"}),
}


def recheck_programme(
    before: Programme,
    programme: Programme,
    corrected: Mapping[str, Set[str]],
    masked: Collection[str] = (),
) -> Programme:
    """The programme with the anomalies that its corrections leave: what they settle goes, what they cause comes.

    What rests on the pages alone (reading order, index, expected minima) is kept as it was found.

    Args:
        before: the programme as it was read.
        programme: the same, corrected.
        corrected: the fields that were corrected, by session.
        masked: the sessions of whose corrections a contact was masked; "" is the programme itself.
    """
    sessions = {session.session_id: session for session in programme.sessions}
    gone = {session.session_id for session in before.sessions} - sessions.keys()
    anomalies: list[Anomaly] = []
    for anomaly in before.anomalies:
        fields = corrected.get(anomaly.session_id or "", ())
        settled = {code for field in fields for code in _SETTLED.get(field, ())}
        retold = (fields or anomaly.session_id is None) and anomaly.code in _RETOLD
        if anomaly.session_id not in gone and not retold and anomaly.code not in settled | _RETOLD_OF_ALL:
            anomalies.append(anomaly)
    for key in corrected.keys() & sessions.keys():
        told = {anomaly.code for anomaly in anomalies if anomaly.session_id == key}
        found = _of_session(sessions[key], told)
        if corrected[key] & {"heure_debut", "heure_fin"}:
            found += _backwards(sessions[key])
        anomalies += [_anomaly(programme, finding, sessions[key]) for finding in found]
    mask_code = Finding(code="donnee_personnelle_masquee", page=None, subject="")
    anomalies += [_anomaly(programme, mask_code, sessions.get(key)) for key in masked]
    anomalies += [_anomaly(programme, finding) for finding in _own_formulas(programme)]
    return _with_anomalies(programme, [*anomalies, *_same_person_twice(programme)])


def _backwards(session: Session) -> list[Finding]:
    """An end before the start that is not meant for the day after."""
    if session.start is None or session.end is None or session.minutes is not None:
        return []
    subject = f"{session.start:%H:%M} – {session.end:%H:%M}"
    return [Finding(code="fin_avant_debut", page=session.first_page, subject=subject)]


def _with_anomalies(programme: Programme, anomalies: Iterable[Anomaly]) -> Programme:
    """The programme with these anomalies, sorted and without repeats."""
    ordered = sorted(
        dict.fromkeys(anomalies),
        key=lambda a: (a.page or 0, a.session_id or "", a.code, a.message),
    )
    return programme.model_copy(update={"anomalies": tuple(ordered), "anomaly_count": len(ordered)})


def _own_formulas(programme: Programme) -> list[Finding]:
    own = (programme.title, programme.place, programme.organiser, programme.licence, programme.file)
    return _formulas(own, None)


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
