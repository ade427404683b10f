// How a change note becomes a line of a CHANGELOG: its own words. All packages have one version, so that a dependency
// inside the kit was updated, too, is no news to a user.
module.exports = {
  getReleaseLine: async ({ summary }) => `- ${summary.trim().replaceAll('\n', '\n  ')}`,
  getDependencyReleaseLine: async () => '',
};
