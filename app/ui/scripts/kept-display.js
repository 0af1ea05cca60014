// Stands in the head and is waited for: a size of letters that came after the first painting would move the page.
const root = document.documentElement;
root.dataset.script = "";
try {
  for (const [key, name] of [
    ["aid:size", "size"],
    ["aid:contrast", "contrast"],
    ["text-size", "text"],
  ]) {
    const value = localStorage.getItem(key);
    if (value) root.dataset[name] = value;
  }
} catch {
  // Nothing may be kept on this device.
}
