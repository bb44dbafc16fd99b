/** The product token that robots.txt may name (RFC 9309: letters, hyphen, underscore). */
export const PRODUCT_TOKEN = 'InterviewIntelligencePipeline';

/** How every request names its maker: product and version. */
export const USER_AGENT = `${PRODUCT_TOKEN}/0.1`;
