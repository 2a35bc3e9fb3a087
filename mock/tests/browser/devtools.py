"""Headless Chromium by the DevTools protocol, over a pipe: only the standard library is needed."""

import base64
import json
import os
import shutil
import subprocess
import sys
import time

NAMES = ["chromium", "chromium-browser", "google-chrome"]

# Other pages have names in `.example`. No other name is resolved: nothing leaves this machine.
RESOLVER = "MAP *.example 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


class Browser:
    """A browser with one page. `events` has what the protocol reported, as (method, parameters)."""

    def __init__(self, folder):
        program = next(filter(None, map(shutil.which, NAMES)), None)
        if program is None:
            print("error: no Chromium found", file=sys.stderr)
            print("help: install it, such as with `apt-get install chromium`", file=sys.stderr)
            raise SystemExit(2)
        self.net_log = os.path.join(folder, "net-log.json")
        to_browser, self.requests = os.pipe()
        self.responses, from_browser = os.pipe()
        command = [
            program, "--headless=new", "--remote-debugging-pipe", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-extensions", "--window-size=1280,1600",
            f"--user-data-dir={os.path.join(folder, 'profile')}",
            f"--host-resolver-rules={RESOLVER}", f"--log-net-log={self.net_log}",
        ]
        if os.geteuid() == 0:
            command.append("--no-sandbox")
        # The browser reads from descriptor 3 and writes to 4.
        redirected = ["sh", "-c", f'exec "$@" 3<&{to_browser} 4>&{from_browser}', "sh", *command]
        self.process = subprocess.Popen(
            redirected, pass_fds=[to_browser, from_browser], stderr=subprocess.DEVNULL
        )
        os.close(to_browser)
        os.close(from_browser)
        self.buffer, self.number, self.session, self.events = b"", 0, None, []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self.session = attached["sessionId"]
        for domain in ["Page", "Runtime", "Network", "Log"]:
            self.call(f"{domain}.enable")

    def call(self, method, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.requests, json.dumps(message).encode() + b"\0")
        while True:
            received = self.receive()
            if received.get("id") == self.number:
                if "error" in received:
                    raise AssertionError(f"{method}: {received['error']}")
                return received["result"]

    def receive(self):
        while b"\0" not in self.buffer:
            part = os.read(self.responses, 1 << 16)
            if not part:
                raise AssertionError("the browser has ended")
            self.buffer += part
        message, self.buffer = self.buffer.split(b"\0", 1)
        message = json.loads(message)
        if "method" in message:
            self.events.append((message["method"], message["params"]))
        return message

    def evaluate(self, expression):
        """Returns the value of an expression of JavaScript, once it is there."""
        result = self.call(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in result:
            raise AssertionError(f"{expression}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def wait_for(self, expression, seconds=60):
        end = time.monotonic() + seconds
        while not self.evaluate(f"Boolean({expression})"):
            if time.monotonic() > end:
                text = self.evaluate("document.body.innerText")
                raise AssertionError(f"not in {seconds} s: {expression}\n{text}")
            time.sleep(0.1)

    def open(self, url):
        self.call("Page.navigate", url=url)
        self.wait_for(f"location.href === {json.dumps(url)} && document.readyState === 'complete'")

    def screenshot(self, path):
        data = self.call("Page.captureScreenshot", format="png")["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def close(self):
        """Ends the browser. Returns the addresses to which it has connected."""
        self.session = None
        try:
            self.call("Browser.close")
            self.process.wait(30)
        finally:
            self.process.kill()
        with open(self.net_log, encoding="utf-8") as file:
            log = json.load(file)
        connect = log["constants"]["logEventTypes"]["TCP_CONNECT_ATTEMPT"]
        attempts = [event.get("params", {}) for event in log["events"] if event["type"] == connect]
        return {params["address"] for params in attempts if "address" in params}
