// Shows a mail below what was written, and again whenever its writer pauses; without this file it opens by itself.
for (const button of document.querySelectorAll("button[data-live]")) {
  const frame = document.querySelector("iframe.mail");
  for (const way of button.form.querySelectorAll("button[formtarget]")) {
    way.formTarget = frame.name;
  }
  button.form.addEventListener("submit", event => {
    if (event.submitter?.formTarget === frame.name) {
      frame.hidden = false;
    }
  });
  let pause;
  button.form.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => button.form.requestSubmit(button), 500);
  });
}
