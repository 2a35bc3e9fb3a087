#!/usr/bin/env python3
"""Uses the pages of the mock server in a browser, and attacks it from pages of other origins.

Needs cargo, Python 3.10 and Chromium (Debian: `apt-get install chromium`), and nothing else:

    mock/tests/browser/run.py [FOLDER FOR SCREENSHOTS]

Everything stays on 127.0.0.1.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from devtools import Browser

TAG = "<script>window.injected = true</script>"
CREATE = "#operations-Apps-CreateApigApp"


class MockServer:
    def __init__(self, folder):
        ready = os.path.join(folder, "ready")
        command = ["cargo", "run", "--quiet", "--package", "modelarts-app-auth-mock", "--"]
        self.process = subprocess.Popen(
            [*command, "--port", "0", "--ready-file", ready],
            cwd=os.path.dirname(os.path.abspath(__file__)),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        while not os.path.exists(ready):
            if self.process.poll() is not None:
                raise SystemExit("error: the mock server has not started; try `cargo xtask mock`")
            time.sleep(0.1)
        with open(ready, encoding="utf-8") as file:
            self.url = file.read().strip()

    def control(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(self.url + path, data, headers, method=method)
        with urllib.request.urlopen(request) as response:
            return json.loads(response.read() or "null")

    def calls(self):
        return [call["operation"] for call in self.control("GET", "/_mock/calls")["calls"]]

    def apps(self):
        url = f"{self.url}/v1/04f258c84780d5a52f3bc00dc15aa5e7/app-auth/apps"
        request = urllib.request.Request(url, headers={"X-Auth-Token": "loopback"})
        with urllib.request.urlopen(request) as response:
            return [app["app_name"] for app in json.load(response)["apps"]]


class OtherOrigin(BaseHTTPRequestHandler):
    """An empty page."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!DOCTYPE html><link rel=icon href='data:,'><title>Other</title>")

    def log_message(self, *_):
        pass


def check(is_so, message):
    if not is_so:
        raise AssertionError(message)
    print("ok:", message)


def create_app(browser, name):
    """Sends the form of CreateApigApp; returns the status code and the body that are shown."""
    body = json.dumps(json.dumps({"app_name": name}))
    browser.evaluate(f"""(() => {{
        const form = document.querySelector("{CREATE}");
        form.querySelector("button.btn-clear")?.click();
        const area = form.querySelector("textarea.body-param__text");
        const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set;
        set.call(area, {body});
        area.dispatchEvent(new Event("input", {{bubbles: true}}));
    }})()""")
    browser.wait_for(f"!document.querySelector('{CREATE} .live-responses-table')")
    browser.evaluate(f"document.querySelector('{CREATE} button.execute').click()")
    status = f"document.querySelector('{CREATE} .live-responses-table .response .response-col_status')"
    browser.wait_for(status)
    text = f"document.querySelector('{CREATE} .live-responses-table').innerText"
    return browser.evaluate(f"{status}.innerText").split()[0], browser.evaluate(text)


def use_pages(browser, mock, screenshot):
    browser.open(mock.url + "/")
    shown = browser.evaluate("document.body.innerText")
    check("loopback" in shown and "LOOPBACKACCESSKEY001" in shown, "/ shows the credentials")
    screenshot("start")

    browser.evaluate("document.querySelector('a[href=\"/docs\"]').click()")
    browser.wait_for(f"document.querySelector('{CREATE}')")
    operations = browser.evaluate("document.querySelectorAll('.opblock').length")
    with urllib.request.urlopen(mock.url + "/openapi.json") as response:
        paths = json.load(response)["paths"].values()
    documented = sum("operationId" in member for path in paths for member in path.values())
    check(operations == documented, f"the reference has all {documented} operations")
    screenshot("reference")
    browser.evaluate(f"document.querySelector('{CREATE} .opblock-summary-control').click()")
    for part in ["textarea.body-param__text", "button.execute"]:
        browser.wait_for(f"document.querySelector('{CREATE} {part}')")

    status, shown = create_app(browser, TAG)
    check(status == "200" and "app_secret" in shown, "an app was created by “Try it out”")
    check(TAG in shown and mock.apps() == [TAG], "its name is a tag, and is shown as text")
    screenshot("created")
    fault = {"operation": "CreateApigApp", "fault": {"before": {"too_many_requests": 5}}}
    mock.control("POST", "/_mock/faults", fault)
    status, shown = create_app(browser, "second")
    check(status == "429" and "retry-after: 5" in shown, "the next call fails with 429")
    browser.evaluate(f"document.querySelector('{CREATE} .live-responses-table').scrollIntoView()")
    screenshot("fault")
    check(create_app(browser, "second")[0] == "200", "the call after that succeeds")

    browser.open(mock.url + "/")
    check(TAG in browser.evaluate("document.body.innerText"), "/ shows the name as text")
    check(browser.evaluate("document.scripts.length") == 0, "/ has no script")
    screenshot("apps")
    check(not browser.evaluate("window.injected"), "the tag was not executed")


def problems(events):
    """Returns errors and warnings in the console, but those of the injected fault."""
    for method, params in events:
        if method == "Log.entryAdded" and params["entry"]["level"] in ("warning", "error"):
            if "status of 429" not in params["entry"]["text"]:
                yield params["entry"]["text"]
        if method == "Runtime.consoleAPICalled" and params["type"] in ("warning", "error"):
            yield params["args"]
        if method == "Runtime.exceptionThrown":
            yield params["exceptionDetails"]


ATTACKS = """(async (mock) => {
    const json = {"Content-Type": "application/json"}, token = {"X-Auth-Token": "loopback"};
    const login = JSON.stringify({auth: {
        identity: {methods: ["password"], password: {user: {
            name: "user", password: "password of user", domain: {name: "loopback"}}}},
        scope: {project: {name: "cn-north-4"}}}});
    const apps = mock + "/v1/04f258c84780d5a52f3bc00dc15aa5e7/app-auth/apps";
    const read = [];
    for (const [url, options] of [
        [mock + "/", {}],
        [mock + "/openapi.json", {}],
        [mock + "/_mock/calls", {}],
        [apps, {headers: token}],
        [mock + "/_mock/reset", {method: "POST", headers: json}],
        [mock + "/_mock/reset", {method: "POST", mode: "no-cors", body: "{}"}],
        [mock + "/_mock/faults", {method: "DELETE", headers: json}],
        [mock + "/_mock/settings", {method: "PUT", mode: "no-cors", body: '{"quota": 0}'}],
        [mock + "/v3/auth/tokens", {method: "POST", mode: "no-cors", body: login}],
        [apps, {method: "POST", headers: {...json, ...token}, body: '{"app_name": "stolen"}'}],
        [apps, {mode: "no-cors"}],
    ]) {
        try {
            const response = await fetch(url, options);
            if (response.type !== "opaque" && response.ok) read.push(url);
        } catch {}
    }
    for (const [tag, url] of [["script", "/openapi.json"], ["script", "/docs/docs.js"],
                              ["img", "/_mock/calls"], ["img", "/apig/any"]]) {
        await new Promise((resolve) => {
            const element = document.createElement(tag);
            element.onload = () => { read.push(tag + url); resolve(); };
            element.onerror = resolve;
            element.src = mock + url;
            document.head.append(element);
        });
    }
    return read;
})"""


def attack(browser, mock, page):
    browser.open(page)
    before = mock.calls(), mock.apps()
    read = browser.evaluate(f"{ATTACKS}({json.dumps(mock.url)})")
    check(read == [], f"{page} cannot read anything")
    calls, apps = mock.calls(), mock.apps()
    # The only new calls are those of this script.
    check(apps == before[1] and calls == [*before[0], "ListApigApps"], f"{page} changes nothing")
    settings = mock.control("GET", "/_mock/settings")
    check(settings["quota"] == 5, f"{page} cannot change the quota")


def rebind(browser, mock):
    """A host name of another page that now resolves to this machine is the same origin to it."""
    rebound = mock.url.replace("127.0.0.1", "rebound.example")
    browser.open(rebound + "/")
    check("Mock.0002" in browser.evaluate("document.body.innerText"), "/ refuses another host")
    status = "fetch('/_mock/reset', {method: 'POST', headers: {'Content-Type': 'application/json'}})"
    status = browser.evaluate(f"{status}.then((response) => response.status)")
    check(status == 403 and mock.apps(), "a page of a rebound host cannot reset the state")


def main():
    screenshots = sys.argv[1] if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        browser = Browser(folder)
        mock = MockServer(folder)
        other = ThreadingHTTPServer(("127.0.0.1", 0), OtherOrigin)
        threading.Thread(target=other.serve_forever, daemon=True).start()

        def screenshot(name):
            if screenshots:
                os.makedirs(screenshots, exist_ok=True)
                browser.screenshot(os.path.join(screenshots, name + ".png"))

        try:
            use_pages(browser, mock, screenshot)
            check(list(problems(browser.events)) == [], "the console has no error and no warning")
            for host in ["127.0.0.1", "other.example"]:
                attack(browser, mock, f"http://{host}:{other.server_port}/")
            rebind(browser, mock)
            addresses = browser.close()
            local = all(address.startswith("127.0.0.1:") for address in addresses)
            check(addresses and local, f"every connection was to 127.0.0.1: {sorted(addresses)}")
        finally:
            browser.process.kill()
            mock.process.terminate()
            mock.process.wait()


if __name__ == "__main__":
    main()
