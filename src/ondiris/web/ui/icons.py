"""Which pictures stand beside words?"""

from django.utils.safestring import SafeString, mark_safe

_PATHS = {
    "met": '<circle cx="12" cy="12" r="10"/><path d="m7.5 12.5 3 3 6-7"/>',
    "not_met": '<circle cx="12" cy="12" r="10"/><path d="m8.5 8.5 7 7m0-7-7 7"/>',
    "undetermined": '<circle cx="12" cy="12" r="10" stroke-dasharray="3.2 2.1"/>'
    '<path d="M9.3 9.6c.2-1.6 1.3-2.5 2.8-2.5 1.6 0 2.7 1 2.7 2.3 0 2-2.7 2.1-2.7 4.2M12.1 17v.1"/>',
    "success": '<circle cx="12" cy="12" r="10"/><path d="m7.5 12.5 3 3 6-7"/>',
    "warning": '<path d="M12 3.5 22 20.5H2Z"/><path d="M12 10v5m0 2.6v.1"/>',
    "error": '<path d="M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8Z"/><path d="M12 7.5v6m0 3v.1"/>',
    "info": '<circle cx="12" cy="12" r="10"/><path d="M12 11v6m0-10v.1"/>',
    "person": '<circle cx="12" cy="8" r="4"/><path d="M4 21c.6-4.6 3.6-7 8-7s7.4 2.4 8 7"/>',
    "sort": '<path d="m8 9 4-4 4 4M8 15l4 4 4-4"/>',
    "ascending": '<path d="M12 19V5m-5 5 5-5 5 5"/>',
    "descending": '<path d="M12 5v14m-5-5 5 5 5-5"/>',
    "older": '<path d="M5 12h14m-6-6 6 6-6 6"/>',
    "newer": '<path d="M19 12H5m6-6-6 6 6 6"/>',
    "download": '<path d="M12 4v11m-5-5 5 5 5-5M4 20h16"/>',
}


def icon(name: str) -> SafeString:
    """An inline picture of the surrounding text's colour, hidden from screen readers: words say the same."""
    return _DRAWN[name]


_DRAWN = {
    name: mark_safe(  # noqa: S308  (constants of this module)
        f'<svg class="icon icon--{name}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{paths}</svg>'
    )
    for name, paths in _PATHS.items()
}
