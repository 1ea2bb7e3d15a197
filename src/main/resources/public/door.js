// Reads the codes that people show, where the browser can; without this file their names are looked up.
const scan = document.getElementById("scan");
const start = scan.querySelector("button");
const finder = scan.querySelector("video");
const said = scan.querySelector("[role=status]");
const AGAIN = 3000;
let last = "";

const send = async code => {
  scan.elements.code.value = code;
  const answer = await fetch(scan.action, { method: "POST", body: new URLSearchParams(new FormData(scan)) });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("door");
  if (fresh) document.getElementById("door").replaceWith(fresh);
  said.textContent = fresh?.querySelector("[role=status]").textContent.trim() ?? "";
  navigator.vibrate?.(80);
};

const look = async detector => {
  const [found] = await detector.detect(finder).catch(() => []);
  if (found && found.rawValue !== last) {
    last = found.rawValue;
    setTimeout(() => (last = ""), AGAIN);
    await send(found.rawValue).catch(() => (last = ""));
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
