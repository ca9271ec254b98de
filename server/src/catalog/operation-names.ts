/**
 * The action that allows an operation of the API which has none of its own name; undefined for operations that have, and
 * for those not known. The name is read without case.
 */
export function actionOfOperation(service: string, operation: string): string | undefined {
  return rows.get(`${service}:${operation}`.toLowerCase());
}

/**
 * Sources: Amazon S3 User Guide, Required permissions for Amazon S3 API operations; AWS Lambda API Reference, Invoke.
 */
const rows: ReadonlyMap<string, string> = new Map(
  (
    [
      ['s3', 'CompleteMultipartUpload', 'PutObject'],
      ['s3', 'CopyObject', 'PutObject'],
      ['s3', 'CreateMultipartUpload', 'PutObject'],
      ['s3', 'UploadPart', 'PutObject'],
      ['s3', 'DeleteObjects', 'DeleteObject'],
      ['s3', 'DeleteBucketCors', 'PutBucketCORS'],
      ['s3', 'DeleteBucketEncryption', 'PutEncryptionConfiguration'],
      ['s3', 'DeleteBucketLifecycle', 'PutLifecycleConfiguration'],
      ['s3', 'DeleteBucketReplication', 'PutReplicationConfiguration'],
      ['s3', 'DeleteBucketTagging', 'PutBucketTagging'],
      ['s3', 'DeletePublicAccessBlock', 'PutBucketPublicAccessBlock'],
      ['s3', 'GetBucketAccelerateConfiguration', 'GetAccelerateConfiguration'],
      ['s3', 'GetBucketEncryption', 'GetEncryptionConfiguration'],
      ['s3', 'GetBucketLifecycle', 'GetLifecycleConfiguration'],
      ['s3', 'GetBucketLifecycleConfiguration', 'GetLifecycleConfiguration'],
      ['s3', 'GetBucketNotificationConfiguration', 'GetBucketNotification'],
      ['s3', 'GetBucketReplication', 'GetReplicationConfiguration'],
      ['s3', 'GetPublicAccessBlock', 'GetBucketPublicAccessBlock'],
      ['s3', 'HeadBucket', 'ListBucket'],
      ['s3', 'HeadObject', 'GetObject'],
      ['s3', 'ListBuckets', 'ListAllMyBuckets'],
      ['s3', 'ListMultipartUploads', 'ListBucketMultipartUploads'],
      ['s3', 'ListObjectVersions', 'ListBucketVersions'],
      ['s3', 'ListObjects', 'ListBucket'],
      ['s3', 'ListObjectsV2', 'ListBucket'],
      ['s3', 'ListParts', 'ListMultipartUploadParts'],
      ['s3', 'PutBucketAccelerateConfiguration', 'PutAccelerateConfiguration'],
      ['s3', 'PutBucketEncryption', 'PutEncryptionConfiguration'],
      ['s3', 'PutBucketLifecycle', 'PutLifecycleConfiguration'],
      ['s3', 'PutBucketLifecycleConfiguration', 'PutLifecycleConfiguration'],
      ['s3', 'PutBucketNotificationConfiguration', 'PutBucketNotification'],
      ['s3', 'PutBucketReplication', 'PutReplicationConfiguration'],
      ['s3', 'PutPublicAccessBlock', 'PutBucketPublicAccessBlock'],
      ['lambda', 'Invoke', 'InvokeFunction'],
    ] as const
  ).map(([service, operation, action]) => [`${service}:${operation}`.toLowerCase(), action]),
);
