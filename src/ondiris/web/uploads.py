"""How does a file far larger than any that is taken come in without filling the disk?"""

from django.conf import settings
from django.core.files.uploadhandler import TemporaryFileUploadHandler


class CappedUploadHandler(TemporaryFileUploadHandler):
    """Keep on disk no more than the largest document taken, and count the rest.

    The size stays the true one, so that the form beside which the file was chosen says what is wrong with it.
    """

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start <= settings.LARGEST_DOCUMENT:
            super().receive_data_chunk(raw_data, start)
