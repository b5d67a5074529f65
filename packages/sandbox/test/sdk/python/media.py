"""Images and previews."""

import base64
import os
import struct
import tempfile
import zlib

from facebook_business.adobjects.adcreative import AdCreative
from facebook_business.adobjects.adimage import AdImage

from harness import equal, flow, refusal


def png(size):
    """A square picture in one colour that follows from its size."""

    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))

    rows = b''.join(b'\0' + bytes((size % 256, 120, 200)) * size for _ in range(size))
    header = struct.pack('>IIBBBBB', size, size, 8, 2, 0, 0, 0)
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', header) + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b'')


def png_file(size):
    path = os.path.join(tempfile.gettempdir(), 'adpane-sdk-%d-%d.png' % (os.getpid(), size))
    with open(path, 'wb') as file:
        file.write(png(size))
    return path


@flow('uploads an image from a file')
def uploads_file(meta):
    path = png_file(600)
    image = meta.account.create_ad_image([], {AdImage.Field.filename: path})
    # The answer is keyed by the file's name; the SDK takes what it finds.
    assert len(image['hash']) == 32 and image['url'].startswith('http'), image
    read = meta.account.get_ad_images(['id', 'hash', 'name', 'width', 'height', 'url', 'status'], {'hashes': [image['hash']]})
    equal(len(read), 1, 'images of that hash')
    equal((read[0]['width'], read[0]['height'], read[0]['status']), (600, 600, 'ACTIVE'), 'size and status')
    equal(read[0]['id'], '%s:%s' % (meta.account_id[len('act_'):], image['hash']), 'id')
    equal(read[0]['name'], os.path.basename(path), 'name')
    return image['hash']


@flow('uploads an image as text, and the same image twice to the same hash')
def uploads_bytes(meta):
    text = base64.b64encode(png(601)).decode()
    first = meta.account.create_ad_image([], {'bytes': text})
    second = meta.account.create_ad_image([], {'bytes': text})
    equal(first['hash'], second['hash'], 'hash')


@flow('uploads an image the old way, by saving an object')
def uploads_saving(meta):
    image = AdImage(parent_id=meta.account_id)
    image[AdImage.Field.filename] = png_file(602)
    image.remote_create()
    assert len(image[AdImage.Field.hash]) == 32, image


@flow('deletes an image by its hash')
def deletes_image(meta):
    image = meta.account.create_ad_image([], {'bytes': base64.b64encode(png(603)).decode()})
    meta.account.delete_ad_images([], {'hash': image['hash']})
    left = [row['hash'] for row in meta.account.get_ad_images(['hash', 'status'], {'limit': 500})]
    assert image['hash'] not in left


@flow('deletes images in a batch, which puts their hashes into the bodies')
def deletes_images(meta):
    images = [meta.account.create_ad_image([], {'bytes': base64.b64encode(png(size)).decode()}) for size in (605, 606)]
    batch, replies = meta.api.new_batch(), []
    for image in images:
        meta.account.delete_ad_images([], {'hash': image['hash']}, batch=batch, success=replies.append)
    equal(batch.execute(), None, 'left to retry')
    equal([reply.json() for reply in replies], [{'success': True}] * 2, 'answers')
    left = {row['hash'] for row in meta.account.get_ad_images(['hash'], {'limit': 500})}
    assert not left & {image['hash'] for image in images}


@flow('refuses a file that is no image')
def refuses_text(meta):
    error = refusal(meta.account.create_ad_image, [], {'bytes': base64.b64encode(b'no picture').decode()})
    equal(error.api_error_code(), 100, 'code')
    return error.api_error_message()


@flow('shows an uploaded image in a creative and its previews')
def previews(meta):
    image = meta.account.create_ad_image([], {'bytes': base64.b64encode(png(604)).decode()})
    spec = {'page_id': meta.page_id(), 'link_data': {
        'link': 'https://example.com', 'message': 'Look', 'image_hash': image['hash'],
    }}
    creative = meta.creative(object_story_spec=spec)
    read = AdCreative(creative.get_id()).api_get(['object_story_spec', 'thumbnail_url', 'image_hash'])
    equal(read['object_story_spec']['link_data']['image_hash'], image['hash'], 'image')
    for ad_format in ('DESKTOP_FEED_STANDARD', 'MOBILE_FEED_STANDARD', 'INSTAGRAM_STANDARD'):
        preview = creative.get_previews([], {'ad_format': ad_format})[0]
        assert preview.get_html().startswith('<iframe src="http'), preview
    unsaved = meta.account.get_generate_previews([], {'ad_format': 'MOBILE_FEED_STANDARD', 'creative': {'object_story_spec': spec}})
    assert '<iframe' in unsaved[0]['body'], unsaved


@flow('refuses a preview in a format that does not exist')
def refuses_format(meta):
    creative = meta.account.get_ad_creatives(['id'], {'limit': 1})[0]
    error = refusal(creative.get_previews, [], {'ad_format': 'BILLBOARD'})
    equal(error.api_error_code(), 100, 'code')
    assert 'ad_format must be one of' in error.api_error_message(), error
