// zstd_file.h - a file that is one Zstandard frame with a checksum (RFC 8878), written and read as a stream.
// Tested by tests/unit/release/pack_test.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/sha256.h"

namespace signpost {

// The same bytes give the same file, with the same version of the library.
class ZstdWriter {
 public:
  // Creates the file or empties it. Throws Error{io}, as all calls do.
  explicit ZstdWriter(const std::string& path);
  ~ZstdWriter();
  ZstdWriter(const ZstdWriter&) = delete;
  ZstdWriter& operator=(const ZstdWriter&) = delete;

  void write(std::string_view bytes);
  // Ends the frame and syncs the file. Returns the SHA-256 sum of the file.
  std::string finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Needs little memory whatever the file says.
class ZstdReader {
 public:
  // Throws Error{not_found, io}.
  explicit ZstdReader(const std::string& path);
  ~ZstdReader();
  ZstdReader(const ZstdReader&) = delete;
  ZstdReader& operator=(const ZstdReader&) = delete;

  // The SHA-256 sum of the file, without a look at what is in it. Moves nothing.
  std::string digest() const;
  // The next bytes, valid until the next call; "" at the end, which is the end of the frame and of the file.
  // Throws Error{corrupt} when the frame is damaged, cut off or followed by anything.
  std::string_view read();
  // Of the bytes that were read. REQUIRES: read() has returned "".
  std::string file_sha256();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace signpost
