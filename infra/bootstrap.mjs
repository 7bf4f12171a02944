// Every npm script begins here. Plain JavaScript without dependencies, so that it runs on a bare machine:
// it installs what the project needs, where that has changed, and then runs the command on the project's own Node.
// The version is checked before anything newer than Node 14 is loaded, so that an old Node gets a sentence, not a stack.
const major = Number(process.versions.node.split('.')[0])
if (major < 20) {
  console.error(
    `A-EMS needs Node 20 or newer to start; this is Node ${process.versions.node}. Install a current one from https://nodejs.org (or: nvm install 24), then run the same command again.`,
  )
  process.exit(1)
}

import('./bootstrap/run.mjs')
  .then(({ run }) => run(process.argv[2], process.argv.slice(3)))
  .catch((error) => {
    console.error(error && error.name === 'BootstrapError' ? error.message : error)
    process.exit(1)
  })
