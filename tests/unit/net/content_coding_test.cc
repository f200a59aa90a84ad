// content_coding_test.cc - what is compressed is what comes out again.
#include "net/content_coding.h"

#include <brotli/decode.h>
#include <gtest/gtest.h>
#include <zlib.h>

namespace signpost {
namespace {

std::string gunzip(const std::string& bytes, size_t size) {
  std::string out(size, '\0');
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

std::string unbrotli(const std::string& bytes, size_t size) {
  std::string out(size, '\0');
  EXPECT_EQ(BrotliDecoderDecompress(bytes.size(), reinterpret_cast<const uint8_t*>(bytes.data()), &size,
                                    reinterpret_cast<uint8_t*>(out.data())),
            BROTLI_DECODER_RESULT_SUCCESS);
  out.resize(size);
  return out;
}

TEST(ContentCoding, RoundTrips) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "line " + std::to_string(i * 7919 % 1000) + "\n";
  for (const std::string& body : {std::string(), std::string("a"), text}) {
    for (const Effort effort : {Effort::quick, Effort::best}) {
      EXPECT_EQ(gunzip(compress(body, Encoding::gzip, effort), body.size() + 1), body);
      EXPECT_EQ(unbrotli(compress(body, Encoding::brotli, effort), body.size() + 1), body);
    }
  }
  EXPECT_EQ(compress(text, Encoding::identity, Effort::quick), text);
  EXPECT_LT(compress(text, Encoding::brotli, Effort::quick).size(), text.size() / 2);
}

TEST(ContentCoding, OnlyLongTextIsWorthIt) {
  EXPECT_TRUE(is_worth_compressing("text/html; charset=utf-8", 1000));
  EXPECT_TRUE(is_worth_compressing("application/json", 1000));
  EXPECT_TRUE(is_worth_compressing("application/problem+json", 1000));
  EXPECT_TRUE(is_worth_compressing("image/svg+xml", 1000));
  EXPECT_FALSE(is_worth_compressing("text/html", 100));
  EXPECT_FALSE(is_worth_compressing("image/png", 100000));
}

TEST(ContentCoding, ABodyIsCompressedOnce) {
  Response response = text_response(200, std::string(1000, 'a'));
  compress_body(Encoding::identity, response);
  EXPECT_FALSE(has_header(response, "Content-Encoding"));
  compress_body(Encoding::gzip, response);
  const std::string once = response.body;
  EXPECT_EQ(gunzip(once, 1001), std::string(1000, 'a'));
  EXPECT_TRUE(has_header(response, "Content-Encoding"));
  compress_body(Encoding::brotli, response);
  EXPECT_EQ(response.body, once);
  Response small = text_response(200, "a");
  compress_body(Encoding::gzip, small);
  EXPECT_EQ(small.body, "a");
}

}  // namespace
}  // namespace signpost
