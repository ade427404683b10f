export declare const pairwise: Readonly<Record<string, readonly string[]>>;
export declare function everyAppearance(theme: string): Readonly<Record<string, readonly string[]>>;
