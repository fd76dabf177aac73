"""One program a profile: a second start hands what it was to open to the running window, which comes to the front."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QThread, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 2000
_PATIENCE_MS, _AGAIN_MS = 8000, 50
_LONGEST_MESSAGE = 64 * 1024


class OneWindow(QObject):
    """The lock on a profile folder and, once ``listen`` is called, the ear for later starts.

    called: a later start hands over links, offer ids or file names (may be none): show yourself.
    """

    called = Signal(list)

    def __init__(self, profile: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profile = profile
        self._lock = QLockFile(str(profile / "running.lock"))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def take(self) -> bool:
        """Whether this is the only program on the profile. A folder that cannot be written counts as ours: it is told later."""
        taken = self._lock.tryLock(0)
        return taken or self._lock.error() != QLockFile.LockError.LockFailedError

    def hand_over(self, opens: tuple[str, ...]) -> bool:
        """Tell the running program. False when it does not answer."""
        import json

        from PySide6.QtNetwork import QLocalSocket  # only a second start pays for it

        socket = QLocalSocket()
        if not self._reach(socket):
            return False
        socket.write(json.dumps(opens).encode() + b"\n")
        socket.waitForBytesWritten(_WAIT_MS)
        socket.disconnectFromServer()
        return True

    def _reach(self, socket: QLocalSocket) -> bool:
        """A program that was started a moment ago, by a double click twice, holds the lock but does not listen yet."""
        from sourcing_app.ui.socket_place import is_this_user, socket_places

        places = socket_places(self._profile)
        patience = QDeadlineTimer(_PATIENCE_MS)
        while True:
            for place in places:
                socket.connectToServer(place)
                if socket.waitForConnected(_WAIT_MS):
                    if is_this_user(int(socket.socketDescriptor())):
                        return True
                    socket.abort()  # somebody else's program is told nothing
            if patience.hasExpired():
                return False
            QThread.msleep(_AGAIN_MS)

    def listen(self) -> str:
        """From now on later starts are heard; not before the first paint, since it loads Qt's network library. Why they are
        not, "" if they are."""
        from PySide6.QtNetwork import QLocalServer

        from sourcing_app.ui.socket_place import socket_places

        server, reason = QLocalServer(self), "no place that is this user's alone"
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._hear)
        for place in socket_places(self._profile):
            QLocalServer.removeServer(place)
            if server.listen(place):
                self._server = server
                return ""
            reason = f"{place}: {server.errorString()}"
        return reason

    def release(self) -> None:
        """Let the next start be the first."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _hear(self) -> None:
        if self._server is None:
            return
        from sourcing_app.ui.socket_place import is_this_user

        socket = self._server.nextPendingConnection()
        if not is_this_user(int(socket.socketDescriptor())):
            socket.abort()
            socket.deleteLater()
            return
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(socket.deleteLater)

    def _read(self) -> None:
        import json

        socket = cast("QLocalSocket", self.sender())
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST_MESSAGE:
                socket.abort()
            return
        try:
            words = json.loads(bytes(socket.readLine(_LONGEST_MESSAGE).data()))
        except (ValueError, RecursionError):
            return
        if isinstance(words, list):
            self.called.emit([word for word in words if isinstance(word, str)])
