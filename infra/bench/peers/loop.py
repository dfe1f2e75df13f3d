"""The loop of a Lambda function in Python, as AWS's runtime interface client has it: poll, handle, answer."""

from __future__ import annotations

import http.client
import json
import os
from typing import Any, Callable

RUNTIME = "/2018-06-01/runtime/invocation/"


def run(handler: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Answers events for ever, over one connection."""
    connection = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
    while True:
        connection.request("GET", RUNTIME + "next")
        reply = connection.getresponse()
        event_id = reply.headers["Lambda-Runtime-Aws-Request-Id"]
        body = reply.read()
        try:
            kind, answer = "response", handler(json.loads(body))
        except Exception as failure:  # the function stays up; the message of a failure may hold note text
            kind, answer = "error", {"errorType": type(failure).__name__}
        connection.request("POST", f"{RUNTIME}{event_id}/{kind}", json.dumps(answer).encode(), {"Content-Type": "application/json"})
        connection.getresponse().read()
