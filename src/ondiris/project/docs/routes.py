"""At which address does a page stand that needs no more than its address?"""

import inspect
from collections.abc import Iterator, Mapping

from django.urls import URLPattern, URLResolver, get_resolver


def routes() -> Mapping[str, str]:
    """The name of an address by the template that its view draws, and by the module in which the view stands.

    Addresses that name a thing, such as an application's, are left out: without the thing they lead nowhere. So are
    modules whose views stand at several addresses.
    """
    templates: dict[str, str] = {}
    modules: dict[str, set[str]] = {}
    for name, pattern in _named(get_resolver()):
        view = inspect.unwrap(pattern.callback)
        modules.setdefault(view.__module__, set()).add(name)
        for constant in getattr(getattr(view, "__code__", None), "co_consts", ()):
            if isinstance(constant, str) and constant.endswith(".html"):
                templates.setdefault(constant, name)
    return templates | {module: names.pop() for module, names in modules.items() if len(names) == 1}


def _named(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            if "<" not in str(pattern.pattern):
                yield from _named(pattern, f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix)
        elif pattern.name and "<" not in str(pattern.pattern):
            yield f"{prefix}{pattern.name}", pattern
