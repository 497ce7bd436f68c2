module.exports = async () => {
  await globalThis.__stopPostgres?.()
}
