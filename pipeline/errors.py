"""What can go wrong with a file or a run, with the exit code and the remedy of each.

A bad *file* raises one of these; a bad *value* inside a readable file becomes a published `Anomaly`.

    PipelineError
    ├── UsageError                  2
    ├── PartialFailureError         3
    ├── NotAProgrammeError          4
    ├── FindingsError               1
    ├── InputError
    │   ├── MissingInputError       10
    │   ├── EmptyFileError          11
    │   ├── NotAPdfError            12
    │   ├── EncryptedPdfError       13
    │   ├── DamagedPdfError         14
    │   ├── NoPagesError            15
    │   ├── ImageOnlyPdfError       16
    │   ├── TooLargeError           17
    │   ├── UnknownFormatError      18
    │   ├── ChangingFileError       19
    │   ├── TimeLimitError          22
    │   ├── MemoryLimitError        23
    │   └── WorkerCrashError        24
    ├── SidecarError                20
    ├── TaggerError                 21
    ├── CorrectionError             25
    ├── ReferenceFileError          26
    ├── OppositionsError            27
    ├── EditionKeyError             28
    ├── OutputError                 30
    ├── DatasetError                31
    ├── GoldError                   32
    ├── SourcesError                35
    ├── ClusterError                36
    ├── ProducerError               40
    └── PublishError                50

`main` maps an exception to its exit code; 0 is success, 130 a run interrupted with Ctrl-C, 143 one that was
asked to end (SIGTERM).
"""

from typing import ClassVar


class PipelineError(Exception):
    """Base of every error this package raises on purpose.

    The message says what is wrong and where; `remedy` says what to do next.
    """

    exit_code: ClassVar[int] = 70
    remedy: ClassVar[str] = "Report this with the file that causes it."

    def __str__(self) -> str:
        return f"{self.args[0] if self.args else type(self).__name__} {self.remedy}"

    @property
    def message(self) -> str:
        """What is wrong and where, without the remedy."""
        return str(self.args[0]) if self.args else type(self).__name__


class UsageError(PipelineError):
    """The command was called with arguments that cannot work."""

    exit_code = 2
    remedy = "See `programme --help`."


class FindingsError(PipelineError):
    """`--strict` was asked for and the data has findings of gravity « erreur »."""

    exit_code = 1
    remedy = "Read anomalies.csv; correct the file or its sidecar, or run without --strict."


class PartialFailureError(PipelineError):
    """Some files of a batch could not be read; the others were published."""

    exit_code = 3
    remedy = "Read echecs.csv for the reason per file; the other files are published."


class NotAProgrammeError(PipelineError):
    """The document could be read, but it is not an event programme with sessions."""

    exit_code = 4
    remedy = "If it is one, add a sidecar (see README) and tell us about the layout."


class InputError(PipelineError):
    """One input file cannot be read."""


class MissingInputError(InputError):
    """The path does not exist, is unreadable, or holds no file of a known format."""

    exit_code = 10
    remedy = "Check the path and its permissions."


class EmptyFileError(InputError):
    """The file has no bytes."""

    exit_code = 11
    remedy = "Fetch the file again; the download was probably cut off."


class NotAPdfError(InputError):
    """The file is named .pdf and is something else."""

    exit_code = 12
    remedy = "Open it in a text editor: it is often an HTML error page saved under the name of the PDF."


class EncryptedPdfError(InputError):
    """The PDF needs a password to be read."""

    exit_code = 13
    remedy = "Ask the publisher for an open copy, or remove the password with a PDF tool first."


class DamagedPdfError(InputError):
    """The PDF is truncated or broken beyond what the reader can repair."""

    exit_code = 14
    remedy = "Fetch the file again, or repair it with a PDF tool."


class NoPagesError(InputError):
    """The PDF opens and has no page."""

    exit_code = 15
    remedy = "Fetch the file again; its page tree is empty."


class ImageOnlyPdfError(InputError):
    """No page has a text layer: a scan, or text turned into outlines."""

    exit_code = 16
    remedy = (
        "Install Tesseract with French (apt-get install tesseract-ocr tesseract-ocr-fra) and run with --ocr auto, "
        "or run an OCR tool over it first."
    )


class TooLargeError(InputError):
    """The file or one of its pages is larger than the limits allow."""

    exit_code = 17
    remedy = "Split the document; the limits are documented in the README."


class UnknownFormatError(InputError):
    """No reader is registered for this kind of file."""

    exit_code = 18
    remedy = "Convert it to PDF, or to a text in UTF-8."


class ChangingFileError(InputError):
    """The file or its sidecar changed while it was being read."""

    exit_code = 19
    remedy = "Run again once it is written whole."


class TimeLimitError(InputError):
    """Reading the file took longer than `--timeout` allows; the process that read it was ended."""

    exit_code = 22
    remedy = "Look at the file: a programme takes seconds. If it is a long one, run again with a larger --timeout."


class MemoryLimitError(InputError):
    """Reading the file took more memory than `--max-memory` allows; the process that read it was ended."""

    exit_code = 23
    remedy = "Look at the file: a programme takes 200 MB. If it is a large one, run again with a larger --max-memory."


class WorkerCrashError(InputError):
    """The process that read the file crashed, twice; the other files were not touched by it."""

    exit_code = 24
    remedy = "Repair the file with a PDF tool, or leave it out; report it if other programs open it."


class SidecarError(PipelineError):
    """The sidecar file beside a document cannot be used."""

    exit_code = 20
    remedy = "Compare it with the keys documented in the README."


class TaggerError(PipelineError):
    """The language model asked for cannot be loaded."""

    exit_code = 21
    remedy = "Install the model package with pip."


class ReferenceFileError(PipelineError):
    """A reference file of organisations or persons cannot be used."""

    exit_code = 26
    remedy = "Correct the line named; the columns are documented in the README."


class CorrectionError(PipelineError):
    """A file of corrections cannot be used, or one of them does not fit what was read."""

    exit_code = 25
    remedy = "Look up the published value, then mend or delete that line; nothing was written."


class OppositionsError(PipelineError):
    """The list of people who object to being published cannot be used."""

    exit_code = 27
    remedy = (
        "A line of oppositions.csv is `nom,organisation,motif,date`; only `nom` has to be there. Nothing was written."
    )


class EditionKeyError(PipelineError):
    """The key of the edition « pseudonyme » is missing, too short, or would be published."""

    exit_code = 28
    remedy = "Make one with `openssl rand -hex 32`, in a file outside the folder to be published, and keep it secret."


class OutputError(PipelineError):
    """The dataset cannot be written."""

    exit_code = 30
    remedy = "Check free space and permissions; what was there before is untouched."


class DatasetError(PipelineError):
    """A folder that should hold a published dataset does not."""

    exit_code = 31
    remedy = "Produce it with `programme run`."


class GoldError(PipelineError):
    """A gold file cannot be used."""

    exit_code = 32
    remedy = "Compare it with the gold format documented in `pipeline/evaluate/gold.py`."


class SourcesError(PipelineError):
    """The files a dataset was read from are missing or have changed."""

    exit_code = 35
    remedy = "Name their folder with --sources, or write the pages with --without-images."


class ClusterError(PipelineError):
    """The cluster that was to read the files cannot be used, or was lost."""

    exit_code = 36
    remedy = "Look at the scheduler and its workers, then run again: what is done is not done again."


class ProducerError(PipelineError):
    """A PDF cannot be made: the program that draws it is missing or failed, or has no letter for the text."""

    exit_code = 40
    remedy = "Install the package the message names, or choose another producer."


class PublishError(PipelineError):
    """The portal cannot be reached, or refuses the key, the dataset or some of its files."""

    exit_code = 50
    remedy = "Check address, key and rights, then call it again: what is published already is left as it is."
