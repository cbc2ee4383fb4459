"""The settings of an installation, with what tests need to be quick and to make their own database."""

import os
import tempfile
from pathlib import Path

os.environ["ONDIRIS_ROLE"] = "owner"
os.environ.setdefault("ONDIRIS_SECRET_KEY", "a key for tests alone")
os.environ.setdefault("ONDIRIS_HTTPS", "0")

from ondiris.project.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="ondiris-tests-"))
