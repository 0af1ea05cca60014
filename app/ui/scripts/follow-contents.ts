/** Marks in the table of contents the clause that is being read, and keeps that line of it in sight. */
export function followContents(section: HTMLElement): void {
  const contents = section.querySelector<HTMLElement>(".contents");
  if (!contents) return;
  foldOnPhones(contents);
  const links = new Map<string, HTMLAnchorElement>();
  for (const link of contents.querySelectorAll("a")) links.set(decodeURIComponent(link.hash.slice(1)), link);
  const seen = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) seen[isIntersecting ? "add" : "delete"](target);
      const first = [...seen].find((clause) => links.has(clause.id));
      if (first) mark(links.get(first.id)!);
    },
    // A band below the top of the window: where the eye is.
    { rootMargin: "-10% 0px -75% 0px" },
  );
  const observe = () => {
    observer.disconnect();
    seen.clear();
    for (const clause of section.querySelectorAll(".clause[id]")) observer.observe(clause);
  };
  observe();
  document.addEventListener("refreshed", observe);

  let marked: HTMLAnchorElement | undefined;

  function mark(link: HTMLAnchorElement): void {
    if (link === marked) return;
    marked?.removeAttribute("aria-current");
    link.setAttribute("aria-current", "location");
    marked = link;
    const top = link.offsetTop - contents!.offsetTop;
    const isHidden =
      top < contents!.scrollTop || top + link.offsetHeight > contents!.scrollTop + contents!.clientHeight;
    if (isHidden) contents!.scrollTop = top - contents!.clientHeight / 2;
  }
}

/** On a phone the list would stand between the reader and the text: it opens when asked for. */
function foldOnPhones(contents: HTMLElement): void {
  const fold = contents.querySelector("details");
  if (fold && matchMedia("(max-width: 63.99rem)").matches) fold.open = false;
  contents.addEventListener("click", (event) => {
    const isLink = event.target instanceof Element && event.target.closest("a");
    if (isLink && fold && matchMedia("(max-width: 63.99rem)").matches) fold.open = false;
  });
}
