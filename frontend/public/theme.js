// Before anything is drawn: the light that was chosen on an earlier visit. See src/choices.ts.
try {
  const chosen = localStorage.getItem("dissensus.theme");
  if (chosen) document.documentElement.dataset.theme = chosen;
} catch {
  // Nothing may be kept here: the light is the system's.
}
