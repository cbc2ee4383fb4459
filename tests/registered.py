"""Every act of every domain, registered by importing the modules that hold them."""

from importlib import import_module
from pkgutil import walk_packages

import ondiris.domains
from ondiris.base.acts import ACTS, BEGINNINGS

__all__ = ["ACTS", "BEGINNINGS"]

for module in walk_packages(ondiris.domains.__path__, "ondiris.domains."):
    if ".actions." in module.name:
        import_module(module.name)
