/** A jest reporter that names each file with its time, and prints only what fails. */
class FailuresReporter {
  onTestResult(_test, result) {
    const seconds = ((result.perfStats.end - result.perfStats.start) / 1000).toFixed(1)
    const name = result.testFilePath.replace(`${process.cwd()}/`, '')
    process.stderr.write(`  ${result.failureMessage ? 'FAIL' : 'ok  '} ${seconds.padStart(6)} s  ${name}\n`)
    if (result.failureMessage) process.stderr.write(`${result.failureMessage}\n`)
  }
}

module.exports = FailuresReporter
