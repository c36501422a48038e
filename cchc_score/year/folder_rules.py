"""The rules of a year in a folder: `cchc.toml`, plugins, scheme and form."""

import os
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_score.appraisal.appraisal_model import Phases
from cchc_score.errors import ReportError, SchemeError
from cchc_score.files.disk import read_bytes, real_path
from cchc_score.findings import Finding, Place
from cchc_score.registry.registry import Registry, load_registry
from cchc_score.year.config import Config, find_config, read_config
from cchc_score.year.letterhead import BLANK
from cchc_score.year.packaged import PACKAGE, load_form, load_frame, load_scheme, path_of, shipped
from cchc_score.year.request import Request
from cchc_score.year.source import GoldenCases, YearRules

if TYPE_CHECKING:
    from cchc_score.schemes.frame_file import Frame

NamedFile = tuple[str, Path]
"""The name of a scheme or form, empty for none, and the folder from which a file of that name is looked for."""


class FolderRules:
    """The rules that a request means; each piece is read when it is asked for."""

    def __init__(self, request: Request, check: Callable[[NamedFile], None] = lambda named: None) -> None:
        """`check` raises a CchcError where a scheme or form may not be read from where it is named."""
        self._request, self._check = request, check

    @cached_property
    def config(self) -> Config | None:
        """The configuration above the first path, or above the working directory."""
        paths = self._request.paths
        # Otherwise a misspelt folder would be looked for from above, and the year there scored in its place.
        if paths and not os.path.lexists(paths[0]):
            raise ReportError([Finding("file-absent", Place(paths[0].as_posix()))])
        path = find_config(paths[0] if paths else Path())
        return read_config(path) if path else None

    @cached_property
    def registry(self) -> Registry:
        """The plugins of the program, of the folder and of the request."""
        own = [self.config.root / folder for folder in self.config.plugins] if self.config else []
        return load_plugins((*own, *self._request.plugins))

    @cached_property
    def read(self) -> YearRules:
        """Plugins, scheme, form and phases; a CchcError tells everything that is wrong with them."""
        # In this order: without its configuration a folder has no plugins, without plugins a scheme no methods.
        config, registry, (name, base) = self.config, self.registry, self._named_scheme
        scheme = load_scheme(name, base, registry.methods, registry.indicators)
        form, base = self._named_form(scheme.form)
        return YearRules(
            registry=registry,
            scheme=scheme,
            form=load_form(form, base, scheme.indicators) if form else None,
            phases=config.phases if config else Phases(),
            no_survey=config.no_survey if config else "",
            taken_out=config.taken_out if config else (),
            accept_drafts=self._request.accept_drafts,
            letterhead=config.letterhead if config else BLANK,
        )

    @cached_property
    def _named_scheme(self) -> NamedFile:
        named = self._asked_scheme()
        self._check(named)
        return named

    def _asked_scheme(self) -> NamedFile:
        config = self.config
        if self._request.scheme is not None:
            # What the command line names stands where the person is; what `cchc.toml` names stands beside it.
            return self._request.scheme, Path()
        if config is None:
            start = next(iter(self._request.paths), Path())
            folder = start if start.is_dir() else start.parent
            raise SchemeError([Finding("scheme-unnamed", Place("" if folder == Path() else folder.as_posix()))])
        return config.scheme, config.root

    def _named_form(self, of_scheme: str) -> NamedFile:
        named = self._asked_form(of_scheme)
        self._check(named)
        return named

    def _asked_form(self, of_scheme: str) -> NamedFile:
        config = self.config
        if self._request.form:
            return self._request.form, Path()
        if config is not None and config.form:
            return config.form, config.root
        return of_scheme, self._beside_scheme

    @property
    def scheme_path(self) -> Path | None:
        """The file of the scheme; None for one that comes with the program."""
        return path_of(*self._named_scheme)

    def scheme_file(self) -> bytes:
        """The file of the scheme as it stands, to the byte."""
        path = self.scheme_path
        if path is not None:
            return read_bytes(path, path.name)
        # The rules have been read from it: a name that nothing comes under has been told by now.
        return shipped(self._named_scheme[0]) or b""

    @cached_property
    def golden_cases(self) -> GoldenCases:
        """The cases in the file beside the scheme, and files of cases beside it that belong to no scheme."""
        # Loaded only for those who look at the cases.
        from cchc_score.year.case_files import golden_cases, orphans

        scheme, path = self.read.scheme, self.scheme_path
        name, cases = golden_cases(scheme, path)
        return GoldenCases(name, cases, orphans(scheme, path))

    @cached_property
    def failing_cases(self) -> tuple[Finding, ...]:
        """The cases that the scheme does not meet as one finding, and what is wrong with their files."""
        # The cases of a scheme that comes with the program hold: they are tried before it is handed out.
        if self.read.scheme.file.startswith(f"{PACKAGE}/"):
            return ()
        from cchc_score.year.case_files import failing_cases

        return failing_cases(self.golden_cases, self.read)

    @property
    def _beside_scheme(self) -> Path:
        """The folder from which a scheme names files."""
        return self.scheme_path.parent if self.scheme_path else Path()

    @property
    def _form_path(self) -> Path | None:
        name, base = self._named_form(self.read.scheme.form)
        return path_of(name, base) if name else None

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files of scheme and form, but for those that come with the program."""
        return tuple(path for path in (self.scheme_path, self._form_path) if path is not None)

    def files_in_year(self) -> frozenset[str]:
        """The files of scheme and form that lie in the year's folder, by their paths in it."""
        root = real_path(self.config.root) if self.config else Path()
        real = list(map(real_path, self.paths))
        return frozenset(path.relative_to(root).as_posix() for path in real if path.is_relative_to(root))

    def frame(self) -> "Frame | None":
        """The frame that the scheme names, looked for beside the scheme."""
        name = self.read.scheme.frame
        return load_frame(name, self._beside_scheme) if name else None


def load_plugins(folders: Sequence[Path]) -> Registry:
    """The plugins of the program and of some folders; a folder that is named twice counts once."""
    # Its plugins would otherwise be refused as plugins of one name.
    return load_registry(list({real_path(folder): folder for folder in folders}.values()))
