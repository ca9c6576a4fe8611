/** Worker processes: how one is started beside this one, and what is said to and fro. */
package dev.crosstalk.worker;
