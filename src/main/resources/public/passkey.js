// Has the browser create a passkey, or show one it has. Where it knows none, or comes by another address than the one that
// passkeys are for, the page stays as it is without this file.
const text = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const bytes = text => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), letter => letter.charCodeAt(0));
const isHere = site => { try { return new URL(site).origin === location.origin; } catch { return false; } };

// WebAuthn has bytes where JSON has Base64url; older browsers do not translate by themselves.
const read = options => ({
  ...options,
  challenge: bytes(options.challenge),
  user: options.user && { ...options.user, id: bytes(options.user.id) },
  excludeCredentials: (options.excludeCredentials ?? []).map(each => ({ ...each, id: bytes(each.id) })),
});
const written = ({ id, type, response }) => JSON.stringify({
  id, rawId: id, type, clientExtensionResults: {},
  response: Object.fromEntries(["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]
    .filter(name => response[name])
    .map(name => [name, text(response[name])])),
});

const ask = async form => {
  if (form.dataset.options) return { create: JSON.parse(form.dataset.options) };
  const answer = await fetch(form.dataset.passkey, { method: "POST", body: new URLSearchParams({ _csrf: form.elements._csrf.value }) });
  if (!answer.ok) throw new Error(answer.status);
  return { get: await answer.json() };
};

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential || !isHere(form.dataset.site)) continue;
  form.hidden = false;
  document.getElementById("no-passkeys")?.remove();
  const troubles = [...form.querySelectorAll("[data-trouble]")];
  form.querySelector("button").addEventListener("click", async () => {
    if (form.dataset.sent) return;
    form.dataset.sent = "yes"; // as app.js marks forms that are on their way
    troubles.forEach(trouble => { trouble.hidden = true; });
    try {
      const { create, get } = await ask(form);
      form.elements.credential.value = written(create
        ? await navigator.credentials.create({ publicKey: read(create) })
        : await navigator.credentials.get({ publicKey: read(get) }));
      form.submit();
    } catch (refused) {
      delete form.dataset.sent;
      (troubles.find(trouble => trouble.dataset.trouble === refused.name) ?? troubles[0]).hidden = false;
    }
  });
}
