// Niceties only: every page works without this file.
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
    const said = document.getElementById(button.getAttribute("aria-describedby"));
    if (said) said.textContent = button.dataset.done;
  });
}

// A form is sent once, however often the button is pressed.
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.method !== "post" || event.submitter?.formTarget) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "yes";
  form.setAttribute("aria-busy", "true");
});
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(form => {
  delete form.dataset.sent;
  form.removeAttribute("aria-busy");
}));

// Where nobody is signed in, nobody reads the list of a door that was kept for when there is no network, see door.js. A
// page that tells of trouble does not know.
if ("nobody" in document.body.dataset) window.caches?.delete("kopa-door");

// The pages ask for that themselves; older browsers do it for fields only.
document.querySelector("#errors, :is(#notes, #preview, #foreseen)[autofocus], #done")?.focus();

// What somebody comes as needs no place among what they would also come as.
const kinds = [...document.querySelectorAll("input[name=category]")];
const others = [...document.querySelectorAll("input[name=alternatives]")];
const withoutChosen = () => others.forEach(other => {
  other.closest("label").hidden = kinds.some(kind => kind.checked && kind.value === other.value);
});
if (kinds.length && others.length) {
  kinds.forEach(kind => kind.addEventListener("change", withoutChosen));
  withoutChosen();
}
