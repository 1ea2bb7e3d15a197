// Looks again how far something is while it is under way; without this file its reader does.
const PARTS = ["section[aria-labelledby=progress]", "#people tbody"];
const look = async () => {
  const answer = document.hidden ? null : await fetch(location.href).catch(() => null);
  if (answer?.ok && !answer.redirected) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of PARTS) {
      const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
      if (fresh && !old.contains(document.activeElement)) {
        old.replaceWith(fresh);
      }
    }
  }
  wait();
};
const wait = () => document.querySelector("[data-underway]") && setTimeout(look, 2000);
wait();
