/* One act, one sending: a second press of a button while the first is on its way does nothing.
   The server refuses repeated acts by itself; this only spares people the refusal. */
const PATIENCE = 10000; // milliseconds after which a sending that brought no page may be tried again

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.getAttribute("method") !== "post" || event.defaultPrevented) return;
  if (form.hasAttribute("aria-busy")) return event.preventDefault();
  form.setAttribute("aria-busy", "true");
  setTimeout(() => form.removeAttribute("aria-busy"), PATIENCE);
});

/* A page that comes back by the back button is fresh again. */
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[aria-busy]")) form.removeAttribute("aria-busy");
});
