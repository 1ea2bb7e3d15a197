// Looks again how far something is while it is under way, less and less often; without this file its reader does.
const PARTS = ["section[aria-labelledby=progress]", "#people tbody"];
const LONGEST_PAUSE = 60000;
const look = async (pause) => {
  const answer = document.hidden ? null : await fetch(location.href).catch(() => null);
  let underway = true;
  if (answer?.ok && !answer.redirected) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of PARTS) {
      const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
      if (old && fresh && !old.contains(document.activeElement)) {
        old.replaceWith(fresh);
      }
    }
    underway = page.querySelector("[data-underway]");
  }
  if (underway) {
    wait(Math.min(pause * 1.2, LONGEST_PAUSE));
  }
};
const wait = (pause) => setTimeout(look, pause, pause);
wait(2000);
