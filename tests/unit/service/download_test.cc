// download_test.cc - files of a help centre over real sockets: cut off and resumed, in one piece or in many.
#include <gtest/gtest.h>

#include "net/server.h"
#include "test_site.h"
#include "tests/unit/net/patient_server.h"
#include "tests/unit/net/raw_client.h"

namespace signpost {
namespace {

using testing::Answer;
using testing::RawClient;

class DownloadTest : public ::testing::Test {
 protected:
  DownloadTest()
      : server_(testing::patient_options(),
                {[this](const Request& request) { return app_.app().handle(request); }, testing::refuse}) {
    server_.start();
  }
  testing::TestApp app_;
  Server server_;
};

constexpr char kManual[] = "/files/docs/manual.pdf";  // too large to be held in memory
constexpr char kList[] = "/files/docs/list.txt";

TEST_F(DownloadTest, ResumesByteForByte) {
  const std::string bytes = testing::manual_bytes();
  std::string got;
  std::string tag;
  {
    RawClient client(server_.port());
    client.send(std::string("GET ") + kManual + " HTTP/1.1\r\nHost: a\r\n\r\n");
    const Answer whole = client.receive();
    EXPECT_EQ(whole.header("Accept-Ranges"), "bytes");
    EXPECT_EQ(whole.body, bytes);
    tag = whole.header("ETag");
    got = whole.body.substr(0, 100'001);
  }
  RawClient client(server_.port());
  const Answer rest = client.get(kManual, "Range: bytes=100001-\r\nIf-Range: " + tag + "\r\n");
  EXPECT_EQ(rest.status, 206);
  EXPECT_EQ(rest.header("Content-Range"), "bytes 100001-299999/300000");
  EXPECT_EQ(rest.header("Content-Length"), "199999");
  EXPECT_EQ(rest.header("ETag"), tag);
  EXPECT_TRUE(got + rest.body == bytes);
  EXPECT_EQ(client.get("/healthz").status, 200);  // the connection goes on behind it
}

TEST_F(DownloadTest, AnyPieceIsTheRightOne) {
  const std::string bytes = testing::manual_bytes();
  RawClient client(server_.port());
  const size_t places[] = {0, 1, 65'535, 65'536, 131'072, 262'143, 262'144, 299'998, 299'999};
  for (const size_t first : places) {
    for (const size_t last : places) {
      if (last < first) continue;
      const Answer part =
          client.get(kManual, "Range: bytes=" + std::to_string(first) + "-" + std::to_string(last) + "\r\n");
      ASSERT_EQ(part.status, 206);
      EXPECT_TRUE(part.body == bytes.substr(first, last - first + 1)) << first << "-" << last;
    }
  }
  EXPECT_TRUE(client.get(kManual, "Range: bytes=-7\r\n").body == bytes.substr(bytes.size() - 7));
}

TEST_F(DownloadTest, WhatIsNotThereIs416) {
  RawClient client(server_.port());
  for (const auto& [path, size] : {std::pair(kManual, "300000"), std::pair(kList, "2000")}) {
    const Answer none = client.get(path, "Range: bytes=300000-\r\n");
    EXPECT_EQ(none.status, 416);
    EXPECT_EQ(none.header("Content-Range"), "bytes */" + std::string(size));
  }
  EXPECT_EQ(client.get(kManual, "Range: bytes=0-0,2-2,4-4,6-6,8-8,10-10,12-12,14-14,16-16\r\n").body.size(),
            300'000u);
}

TEST_F(DownloadTest, HeadTellsOfTheWhole) {
  RawClient client(server_.port());
  client.send(std::string("HEAD ") + kManual + " HTTP/1.1\r\nHost: a\r\nRange: bytes=5-9\r\n\r\n");
  const Answer head = client.receive(true);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("Content-Length"), "300000");
  EXPECT_EQ(head.header("Accept-Ranges"), "bytes");
  EXPECT_EQ(client.get("/healthz").header("Accept-Ranges"), "");
}

// A part of compressed bytes would not fit to a part of those on the disk.
TEST_F(DownloadTest, APartIsNeverCompressed) {
  RawClient client(server_.port());
  const Answer whole = client.get(kList, "Accept-Encoding: gzip\r\n");
  EXPECT_EQ(whole.header("Content-Encoding"), "gzip");
  const Answer part = client.get(kList, "Accept-Encoding: gzip\r\nRange: bytes=0-999\r\n");
  EXPECT_EQ(part.status, 206);
  EXPECT_EQ(part.header("Content-Encoding"), "");
  EXPECT_EQ(part.body, std::string(1'000, 'l'));
  EXPECT_NE(part.header("ETag"), whole.header("ETag"));
  const Answer other = client.get(
      kList, "Accept-Encoding: gzip\r\nRange: bytes=0-999\r\nIf-Range: " + whole.header("ETag") + "\r\n");
  EXPECT_EQ(other.status, 200);
  EXPECT_EQ(other.body.size(), 2'000u);
}

}  // namespace
}  // namespace signpost
