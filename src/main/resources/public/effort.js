// Calculates what lets a form through that comes from a busy network, and sends it.
const field = document.querySelector("input[name=effort]");
if (field && crypto.subtle) {
  const AT_ONCE = 512;
  const { form } = field;
  const tell = document.getElementById("effort");
  const hash = number => crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${form.elements.submission.value}:${form.elements.email?.value.trim().toLowerCase() ?? ""}:${number}`));
  const seek = async () => {
    for (let first = 0; ; first += AT_ONCE) {
      const hashes = await Promise.all(Array.from({ length: AT_ONCE }, (_, more) => hash(first + more)));
      const found = hashes.findIndex(each => new Uint16Array(each, 0, 1)[0] === 0);
      if (found >= 0) return first + found;
    }
  };
  tell.hidden = false;
  seek().then(number => { field.value = number; form.submit(); });
}
