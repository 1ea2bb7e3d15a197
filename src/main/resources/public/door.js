// Marks who comes in without loading the page anew, keeps marks and the list itself while there is no network, shows what
// other phones marked, and reads codes where the browser can; without this file every tap loads the page, and names are
// looked up.
const scan = document.getElementById("scan");
const said = scan.querySelector("[role=status]");
const waiting = document.getElementById("kept");
const refused = document.getElementById("refused");
const reader = waiting.dataset.reader;
const here = scan.action.replace(/code$/, "");
const list = `${location.pathname}?session=${here.split("/").at(-2)}`;
const asked = new URLSearchParams(location.search).get("q") ?? "";
const AGAIN = 10000;
const KEPT = "kopa-door";
let token = scan.elements._csrf.value;

const opened = new Promise((done, fail) => {
  const asking = indexedDB.open("kopa-door", 1);
  asking.onupgradeneeded = () => asking.result.createObjectStore("marks", { autoIncrement: true });
  asking.onsuccess = () => done(asking.result);
  asking.onerror = () => fail(asking.error);
});
const result = request => new Promise((done, fail) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => fail(request.error);
});
const marks = async mode => (await opened).transaction("marks", mode).objectStore("marks");
// Whoever else signed in on this phone sends their own marks.
const own = async () => {
  const store = await marks("readonly");
  const [keys, all] = await Promise.all([result(store.getAllKeys()), result(store.getAll())]);
  return keys.map((key, at) => ({ key, ...all[at] })).filter(mark => mark.reader === reader);
};

const dim = button => {
  button.disabled = true;
  button.textContent = waiting.dataset.word;
};
const dimKept = async () => {
  for (const mark of await own()) {
    document.querySelectorAll(".door form").forEach(form => form.action === mark.to && dim(form.querySelector("button")));
  }
};
const show = async page => {
  document.getElementById("door").replaceWith(page.getElementById("door"));
  await dimKept();
};
const read = async answer => new DOMParser().parseFromString(await answer.text(), "text/html");

// What door-worker.js shows without a network: the whole list of this session, and what its page is made of.
const remember = async (page, headers) => {
  if (!("caches" in window)) return;
  const cache = await caches.open(KEPT);
  const copy = page.cloneNode(true);
  copy.querySelector("#door [role=status]").replaceChildren();
  const kept = new Headers(headers);
  kept.set("X-Kept", new Date().toISOString());
  await cache.put(list, new Response(`<!DOCTYPE html>${copy.documentElement.outerHTML}`, { headers: kept }));
  for (const part of document.querySelectorAll("link[rel=stylesheet], script[src]")) {
    if (!(await cache.match(part.href ?? part.src))) await cache.add(part.href ?? part.src);
  }
};

// Looks at the list anew; says whether it is still open to whoever holds the phone.
const look = async () => {
  const answer = await fetch(list).catch(() => null);
  if (!answer || answer.status >= 500 || answer.status === 429) return false;
  const page = await read(answer);
  if (!answer.ok || !page.getElementById("door")) {
    await window.caches?.delete(KEPT);
    return false;
  }
  token = page.querySelector("#scan [name=_csrf]").value;
  await remember(page, answer.headers);
  const shown = document.getElementById("door");
  const touched = document.activeElement;
  if (!asked && (!shown.contains(touched) || touched.disabled)) {
    page.querySelector("#door [role=status]").replaceWith(shown.querySelector("[role=status]"));
    await show(page);
  }
  return true;
};

const refuse = (mark, page) => {
  const row = document.getElementById(`p-${mark.to.split("/").at(-1)}`);
  const why = page.querySelector("main .lead") ?? page.querySelector("h1");
  const line = document.createElement("p");
  line.textContent = [row?.querySelector("b"), why].filter(Boolean).map(said => said.textContent).join(": ");
  refused.append(line);
  refused.hidden = false;
};

// Says whether to go on. The server takes a mark once, however often it is sent.
const bring = async mark => {
  const body = new URLSearchParams(mark.fields);
  body.set("_csrf", token);
  body.set("ago", Date.now() - mark.seen);
  const answer = await fetch(mark.to, { method: "POST", body }).catch(() => null);
  if (!answer || answer.status >= 500 || answer.status === 429) return false;
  const page = await read(answer);
  if (answer.ok && !page.getElementById("door")) return false;
  if (answer.status === 403) {
    const before = token;
    if (!(await look())) return false;
    if (token !== before) return bring(mark);
  }
  await result((await marks("readwrite")).delete(mark.key));
  if (!answer.ok) refuse(mark, page);
  else if (mark.to.startsWith(here)) {
    if (!page.getElementById("q").value) await remember(page, answer.headers);
    said.textContent = page.querySelector("#door [role=status]").textContent.trim();
    await show(page);
  }
  return true;
};

const bringAll = async () => {
  for (const mark of await own()) {
    if (!(await bring(mark))) break;
  }
  const left = (await own()).length;
  waiting.hidden = left === 0;
  waiting.firstElementChild.textContent = `${waiting.dataset.said} ${left}`;
  return left;
};
const catchUp = () => (navigator.locks ? navigator.locks.request("kopa-door", bringAll) : bringAll());

// Where the phone keeps nothing, the form goes its usual way.
const keep = async (form, pressed) => {
  const fields = [...new FormData(form)];
  if (pressed) fields.push([pressed.name, pressed.value]);
  try {
    await result((await marks("readwrite")).add({ to: form.action, fields, seen: Date.now(), reader }));
  } catch {
    if (pressed) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: pressed.name, value: pressed.value }));
    return form.submit();
  }
  return catchUp();
};

document.addEventListener("submit", async event => {
  const form = event.target;
  if (!form.matches(".door form")) return;
  event.preventDefault();
  const pressed = event.submitter;
  await keep(form, pressed);
  if (form.isConnected) dim(pressed);
});

// The list that is shown without a network is the whole one, whatever is looked for.
const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
if (asked && !document.getElementById("q").value) {
  document.getElementById("q").value = asked;
  document.querySelectorAll(".door > li").forEach(row => (row.hidden = !plain(row.textContent).includes(plain(asked))));
}

const start = scan.querySelector("button");
const finder = scan.querySelector("video");
const PAUSE = 3000;
let last = "";

const seek = async detector => {
  const [found] = await detector.detect(finder).catch(() => []);
  if (found && found.rawValue !== last) {
    last = found.rawValue;
    setTimeout(() => (last = ""), PAUSE);
    scan.elements.code.value = found.rawValue;
    await keep(scan);
    navigator.vibrate?.(80);
  }
  setTimeout(seek, 150, detector);
};

start.addEventListener("click", async () => {
  try {
    finder.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  } catch {
    said.textContent = said.dataset.refused;
    return;
  }
  finder.hidden = false;
  start.hidden = true;
  await finder.play();
  seek(new BarcodeDetector({ formats: ["qr_code"] }));
});

const canRead = async () =>
  "BarcodeDetector" in window && navigator.mediaDevices && (await BarcodeDetector.getSupportedFormats()).includes("qr_code");
canRead().then(can => (scan.hidden = !can));
window.addEventListener("online", catchUp);
setInterval(() => document.visibilityState === "visible" && catchUp().then(left => left || look()), AGAIN);
dimKept().then(catchUp).then(look).catch(() => {});
navigator.serviceWorker?.register(waiting.dataset.worker, { scope: location.pathname }).catch(() => {});
