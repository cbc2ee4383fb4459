"""The settings of an installation, with what tests need to be quick and to make their own database."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

os.environ["ONDIRIS_ROLE"] = "owner"
os.environ.setdefault("ONDIRIS_SECRET_KEY", "a key for tests alone")
os.environ.setdefault("ONDIRIS_HTTPS", "0")

from ondiris.project.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

if "ONDIRIS_TEST_DOCUMENTS" not in os.environ:  # the processes that a test starts share its folder
    os.environ["ONDIRIS_TEST_DOCUMENTS"] = tempfile.mkdtemp(prefix="ondiris-tests-")
    atexit.register(shutil.rmtree, os.environ["ONDIRIS_TEST_DOCUMENTS"], ignore_errors=True)
MEDIA_ROOT = Path(os.environ["ONDIRIS_TEST_DOCUMENTS"])
