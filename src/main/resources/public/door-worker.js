// Shows the list at the door while there is no network, or the server has trouble, as the page itself kept it last, see
// door.js. It answers for that one page and for what the page is made of, and keeps nothing by itself.
const KEPT = "kopa-door";
const LONGEST = 3 * 24 * 60 * 60 * 1000;

const kept = async address => {
  const cache = await caches.open(KEPT);
  const session = address.searchParams.get("session");
  const found = session
    ? await cache.match(`${address.pathname}?session=${session}`)
    : await cache.match(address.pathname, { ignoreSearch: true });
  return found && Date.now() - Date.parse(found.headers.get("X-Kept")) < LONGEST ? found : Response.error();
};

const shown = async (request, address) => {
  const answer = await fetch(request).catch(() => null);
  if (answer && answer.status < 500) return answer;
  const found = await kept(address);
  return answer && found.type === "error" ? answer : found;
};

self.addEventListener("fetch", event => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  if (request.mode === "navigate" && address.pathname === new URL(self.registration.scope).pathname) {
    event.respondWith(shown(request, address));
  } else if (address.pathname.startsWith("/assets/")) {
    event.respondWith(caches.match(request, { cacheName: KEPT }).then(found => found ?? fetch(request)));
  }
});
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));
