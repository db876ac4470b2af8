/** Notices that npm, our parent, is gone without a word (kill -9): no signal is sent then, we are only handed to another parent. */
export function onOrphaned(act: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent && alive(parent)) return;
    clearInterval(watch);
    act();
  }, 250);
  watch.unref();
}

/** Windows keeps showing the old parent's number. */
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
