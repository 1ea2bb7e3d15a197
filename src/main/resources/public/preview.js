// Shows a mail again whenever its writer pauses; without this file the button does.
for (const button of document.querySelectorAll("button[data-live]")) {
  let pause;
  button.form.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => button.form.requestSubmit(button), 500);
  });
}
