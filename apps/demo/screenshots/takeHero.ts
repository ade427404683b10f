export async function takeHero(...args: unknown[]): Promise<void> {
  void args;
}
