/**
 * What people read: findings, replayed histories, campaigns and drivers as plain ASCII text, some
 * hundred columns wide. Values in, text out; nothing here prints or saves.
 */
package dev.crosstalk.report;
