"""A reader's session without a browser: asks a Streamlit for a page and waits until its script has run."""

import asyncio
import time
from types import TracebackType

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

SECONDS_TO_ANSWER = 60


class Session:
    """One WebSocket to one server. `run(page)` gives the seconds from asking to the end of the script."""

    def __init__(self, port: int) -> None:
        self.address = f"ws://localhost:{port}/_stcore/stream"
        self.origin = f"http://localhost:{port}"

    async def __aenter__(self) -> "Session":
        self.socket = await websockets.connect(
            self.address, origin=self.origin, subprotocols=["streamlit"], max_size=None
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.socket.close()

    async def run(self, page: str = "") -> float:
        """Asks for a page, "" for the first, with its query if any, and waits for the end of its script."""
        asked = BackMsg()
        name, _, query = page.partition("?")
        asked.rerun_script.page_name, asked.rerun_script.query_string = name, query
        started = time.perf_counter()
        await self.socket.send(asked.SerializeToString())
        async with asyncio.timeout(SECONDS_TO_ANSWER):
            while not self._has_finished(await self.socket.recv()):
                pass
        return time.perf_counter() - started

    @staticmethod
    def _has_finished(message: str | bytes) -> bool:
        answer = ForwardMsg()
        answer.ParseFromString(message.encode() if isinstance(message, str) else message)
        if (
            answer.WhichOneof("type") == "delta"
            and answer.delta.new_element.WhichOneof("type") == "exception"
        ):
            raise RuntimeError(answer.delta.new_element.exception.message)
        return answer.WhichOneof("type") == "script_finished"
