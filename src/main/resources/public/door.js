// Marks who comes in without loading the page anew, keeps marks while there is no network, and reads codes where the
// browser can; without this file every tap loads the page, and names are looked up.
const scan = document.getElementById("scan");
const said = scan.querySelector("[role=status]");
const waiting = document.getElementById("kept");
const here = scan.action.replace(/code$/, "");
const AGAIN = 10000;

const opened = new Promise((done, fail) => {
  const asked = indexedDB.open("kopa-door", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("marks", { autoIncrement: true });
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => fail(asked.error);
});
const marks = async (mode, work) => {
  const request = work((await opened).transaction("marks", mode).objectStore("marks"));
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
};

const show = page => {
  const fresh = page.getElementById("door");
  document.getElementById("door").replaceWith(fresh);
  said.textContent = fresh.querySelector("[role=status]").textContent.trim();
};

// Says whether to go on. The server takes a mark once, however often it is sent.
const bring = async key => {
  const mark = await marks("readonly", store => store.get(key));
  const answer = await fetch(mark.to, { method: "POST", body: new URLSearchParams(mark.fields) }).catch(() => null);
  if (!answer || answer.status >= 500 || answer.status === 429) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (answer.ok && !page.getElementById("door")) return false;
  if (answer.status === 403 || answer.status === 404) return true;
  await marks("readwrite", store => store.delete(key));
  if (!answer.ok) location.reload();
  else if (mark.to.startsWith(here)) show(page);
  return true;
};

const bringAll = async () => {
  for (const key of await marks("readonly", store => store.getAllKeys())) {
    if (!(await bring(key))) break;
  }
  const left = await marks("readonly", store => store.count());
  waiting.hidden = left === 0;
  waiting.firstElementChild.textContent = `${waiting.dataset.said} ${left}`;
  return left;
};
const catchUp = () => (navigator.locks ? navigator.locks.request("kopa-door", bringAll) : bringAll());

// Where the phone keeps nothing, the form goes its usual way.
const keep = async (form, pressed) => {
  const fields = [...new FormData(form), ["at", new Date().toISOString()]];
  if (pressed) fields.push([pressed.name, pressed.value]);
  try {
    await marks("readwrite", store => store.add({ to: form.action, fields }));
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
  await keep(form, event.submitter);
  if (form.isConnected) {
    event.submitter.disabled = true;
    event.submitter.textContent = waiting.dataset.word;
  }
});

const start = scan.querySelector("button");
const finder = scan.querySelector("video");
const PAUSE = 3000;
let last = "";

const look = async detector => {
  const [found] = await detector.detect(finder).catch(() => []);
  if (found && found.rawValue !== last) {
    last = found.rawValue;
    setTimeout(() => (last = ""), PAUSE);
    scan.elements.code.value = found.rawValue;
    await keep(scan);
    navigator.vibrate?.(80);
  }
  setTimeout(look, 150, detector);
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
  look(new BarcodeDetector({ formats: ["qr_code"] }));
});

const canRead = async () =>
  "BarcodeDetector" in window && navigator.mediaDevices && (await BarcodeDetector.getSupportedFormats()).includes("qr_code");
canRead().then(can => (scan.hidden = !can));
window.addEventListener("online", catchUp);
setInterval(() => waiting.hidden || catchUp(), AGAIN);
catchUp().catch(() => {});
