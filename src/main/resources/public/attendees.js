// The list follows what one types and chooses; without this file its button does.
const form = document.querySelector("#attendees form[role=search]");
const PAUSE = 250;
let timer;
let asked;

const look = async () => {
  asked?.abort();
  asked = new AbortController();
  const address = `${location.pathname}?${new URLSearchParams(new FormData(form))}`;
  const answer = await fetch(address, {cache: "no-store", signal: asked.signal});
  if (!answer.ok || answer.redirected) {
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of ["attendees-files", "attendees-found"]) {
    document.getElementById(part).replaceWith(page.getElementById(part));
  }
  history.replaceState(null, "", `${address}#attendees`);
};

form?.addEventListener("input", event => {
  clearTimeout(timer);
  timer = setTimeout(() => look().catch(() => {}), event.target.type === "search" ? PAUSE : 0);
});
