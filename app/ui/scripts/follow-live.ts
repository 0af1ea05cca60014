/**
 * A page names what it shows (`data-watch="consultation:slug"`, several with blanks) and which parts may move (`data-live` with an id). When
 * the server says that something changed, the page asks for itself again and exchanges those parts. A reload shows the
 * same, so nothing is lost when sockets do not come through.
 */
export function followLive(): void {
  const topics = [...document.querySelectorAll<HTMLElement>("[data-watch]")].flatMap((element) =>
    (element.dataset.watch ?? "").split(" "),
  );
  if (topics.length > 0) void connect([...new Set(topics)]);
}

async function connect(topics: string[]): Promise<void> {
  const { io } = await import("socket.io-client");
  const socket = io({ transports: ["websocket"] });
  let wasConnected = false;
  socket.on("connect", () => {
    for (const topic of topics) socket.emit("watch", topic, () => undefined);
    if (wasConnected) refreshSoon();
    wasConnected = true;
    document.documentElement.dataset.live = "on";
  });
  socket.on("disconnect", () => delete document.documentElement.dataset.live);
  socket.on("changed", refreshSoon);
}

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Many changes in a moment are one refresh; a little chance keeps a thousand open pages from asking at once. */
function refreshSoon(): void {
  waiting ??= setTimeout(
    () => {
      waiting = undefined;
      void refresh();
    },
    150 + Math.random() * 350,
  );
}

async function refresh(): Promise<void> {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll<HTMLElement>("[data-live][id]")) {
    const next = fresh.getElementById(part.id);
    if (!next || next.isEqualNode(part) || part.contains(document.activeElement)) continue;
    part.replaceChildren(...next.childNodes);
    part.dataset.changed = "";
  }
}
