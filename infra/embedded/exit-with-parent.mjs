// Loaded into child processes: when the process that started them is gone, however it went, they end too.
process.on('disconnect', () => process.exit(0))
process.channel?.unref()
