// Questions that depend on other answers come and go with them, as the server would have it.
for (const form of document.querySelectorAll("form:has([data-asked])")) {
  const answer = name => [...form.elements]
    .filter(field => field.name === name && !field.matches(":disabled") && (!/radio|checkbox/.test(field.type) || field.checked))
    .map(field => field.value.trim()).filter(value => value);
  const size = text => /^-?[\d\s]+([.,]\d+)?$/.test(text) ? Number(text.replace(/\s/g, "").replace(",", ".")) : text;
  const same = (one, other) => one.toLowerCase() === other.toLowerCase() || size(one) === size(other);
  const among = (values, lines) => values.some(value => lines.split("\n").some(line => same(line, value)));
  const met = ({ field, is, not, least, most }) => {
    const values = answer(field);
    return values.length > 0 && (is === undefined || among(values, is)) && (not === undefined || !among(values, not))
      && values.every(value => (least === undefined || size(value) >= size(least)) && (most === undefined || size(value) <= size(most)));
  };
  const follow = () => form.querySelectorAll("[data-asked]").forEach(block => {
    const kinds = block.dataset.for?.split(" ");
    block.disabled = block.hidden = !(!kinds || kinds.includes(answer(block.dataset.kind)[0]))
      || ![...block.querySelectorAll("template")].every(condition => met(condition.dataset));
  });
  form.addEventListener("input", follow);
  follow();
}
