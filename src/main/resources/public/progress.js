// Looks again how far something is while it is under way, less and less often; without this file its reader does.
const PARTS = ["main header .state", "section[aria-labelledby=progress]", "#people tbody"];
const LONGEST_PAUSE = 60000;

// Whether to look again. A part that the focus is in is left alone, and so is not yet what it is to be.
const look = async () => {
  const answer = await fetch(location.href, {cache: "no-store", signal: AbortSignal.timeout(LONGEST_PAUSE)});
  if (!answer.ok || answer.redirected) {
    return true;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  let more = page.querySelector("[data-underway]") !== null;
  for (const part of PARTS) {
    const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
    if (old?.contains(document.activeElement)) {
      more = true;
    } else if (old && fresh) {
      old.replaceWith(fresh);
    }
  }
  return more;
};

const watch = (pause) => setTimeout(async () => {
  if (document.hidden) {
    watch(pause);
  } else if (await look().catch(() => true)) {
    watch(Math.min(pause * 1.2, LONGEST_PAUSE));
  }
}, pause);

watch(2000);
