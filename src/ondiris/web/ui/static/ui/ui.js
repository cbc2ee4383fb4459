/* One act, one sending: a second press of a button while the first is on its way does nothing.
   The server refuses repeated acts by itself; this only spares people the refusal. */
const PATIENCE = 10000; // milliseconds after which a sending that brought no page may be tried again

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.getAttribute("method") !== "post" || event.defaultPrevented) return;
  if (form.hasAttribute("aria-busy")) return event.preventDefault();
  form.setAttribute("aria-busy", "true");
  const bar = form.querySelector("progress");
  if (bar) {
    event.preventDefault();
    return sendWithProgress(form, bar);
  }
  setTimeout(() => form.removeAttribute("aria-busy"), PATIENCE);
});

/* A form with a bar shows how far its file has come; without this it is sent like any other, and ends on the same page. */
function sendWithProgress(form, bar) {
  const request = new XMLHttpRequest();
  bar.parentElement.hidden = false;
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) [bar.max, bar.value] = [event.total, event.loaded];
  });
  request.upload.addEventListener("load", () => bar.removeAttribute("value")); // it has come; now it is read
  request.addEventListener("load", () => {
    if (request.responseURL !== location.href) return location.assign(request.responseURL);
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    document.title = page.title;
    document.body.replaceWith(page.body);
    window.scrollTo(0, 0);
    document.querySelector("[autofocus]")?.focus();
  });
  request.addEventListener("error", () => form.submit());
  request.open("POST", location.href);
  request.send(new FormData(form));
}

/* A page that comes back by the back button is fresh again. */
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[aria-busy]")) {
    form.removeAttribute("aria-busy");
    for (const bar of form.querySelectorAll("progress")) bar.parentElement.hidden = true;
  }
});
