/** How many milliseconds this thread has computed: what else the machine does meanwhile does not count. */
export function computed(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
