/**
 * The length of a text, or bytes of a file, beyond which it is not looked at: 20 MB. CloudFormation takes templates up to
 * 1 MB; what is larger holds data, and a parser of it could end the process.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
export const largestText = 20 * 1024 * 1024;
