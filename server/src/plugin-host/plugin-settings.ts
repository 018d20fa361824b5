/** The settings of one plugin out of those of all: `MAIL_HOST_NAME` is `hostName` of the plugin `mail`. */
export function settingsOfPlugin(pluginId: string, all: Readonly<Record<string, string>>): Record<string, string> {
  const prefix = `${pluginId.toUpperCase().replaceAll('-', '_')}_`;
  const own = Object.entries(all).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(own.map(([name, value]) => [camelCase(name.slice(prefix.length)), value]));
}

function camelCase(name: string): string {
  return name.toLowerCase().replace(/_([a-z0-9])/g, (_, first: string) => first.toUpperCase());
}
