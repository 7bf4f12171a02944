// Loaded into a child process: when the process that started it is gone, however it went, it ends too.
// Its own children are loaded with this as well; they live by their channel, which must not be let go of there.
if (process.env.AEMS_PARENT === String(process.ppid)) {
  process.on('disconnect', () => process.exit(0))
  process.channel?.unref()
}
